import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";

/** Through the door: what was asked as nobody is forgotten, and the way leads in. */
export function useComeIn(knock: (form: FormData) => Promise<unknown>, to = "/") {
  const cache = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: knock,
    onSuccess: () => {
      cache.clear();
      router.history.replace(to);
    },
  });
}
